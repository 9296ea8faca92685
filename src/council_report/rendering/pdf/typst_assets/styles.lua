-- Hands each named style of our Word templates to the function of the same name in page.typ:
-- a paragraph in style "Box Label" becomes a call of `box-label`. All text is handed over as
-- string literals, so that no character of it is taken for Typst markup.

local PARAGRAPHS = pandoc.List {
  "Header Session", "Header Place", "Header Emblem", "Header Agenda Item", "Header Reference",
  "Author Line", "Document Title", "Box Label", "Box Text", "Box Rule", "Placeholder",
  "Table Caption", "Table Header", "Table Text", "End Mark",
}
-- Paragraphs that begin with a marker and a tab.
local MARKED = pandoc.List { "Bullet", "Sub-bullet", "Numbered Point" }
local TABLES = { HeaderBlock = "header-block", Box = "box-frame" }

local function typst(code) return pandoc.RawInline("typst", code) end

local function function_name(style) return (style:lower():gsub(" ", "-")) end

local function quoted(text) return '"' .. text:gsub('[\\"]', "\\%0") .. '"' end

-- The inlines of blocks that hold nothing but paragraphs, or nil.
local function inlines_of(blocks)
  local found = pandoc.List {}
  for _, block in ipairs(blocks) do
    local inner = block.content
    if block.t == "BlockQuote" then inner = inlines_of(block.content) end
    if not inner or not pandoc.List({ "Para", "Plain", "BlockQuote" }):includes(block.t) then
      return nil
    end
    found:extend(inner)
  end
  return found
end

-- The marker before the first space, which stands for the tab, and the rest; a tracked change
-- around both is cut in two.
local function split_marker(inlines)
  local marker, rest, found = pandoc.List {}, pandoc.List {}, false
  for _, inline in ipairs(inlines) do
    if found then
      rest:insert(inline)
    elseif inline.t == "Space" then
      found = true
    elseif inline.t == "Span" then
      local before, after, inside = split_marker(inline.content)
      if inside then
        marker:insert(pandoc.Span(before, inline.attr))
        rest:insert(pandoc.Span(after, inline.attr))
        found = true
      else
        marker:insert(inline)
      end
    else
      marker:insert(inline)
    end
  end
  if found then return marker, rest, true end
  return pandoc.List {}, inlines, false
end

local function call(name, ...)
  local code = pandoc.List { typst("#" .. name) }
  for _, argument in ipairs({ ... }) do
    code:insert(typst("["))
    code:extend(argument)
    code:insert(typst("]"))
  end
  return pandoc.Plain(code)
end

local function styled(div)
  local style = div.attributes["custom-style"]
  local inlines = style and inlines_of(div.content)
  if not inlines then return nil end
  if MARKED:includes(style) then
    local marker, rest = split_marker(inlines)
    return call(function_name(style), marker, rest)
  elseif PARAGRAPHS:includes(style) then
    return call(function_name(style), inlines)
  end
  return call("normal", inlines)
end

local function heading(header)
  local marker, rest = split_marker(header.content)
  if pandoc.utils.stringify(marker):match("^%d+$") then
    return call("numbered-heading", marker, rest)
  end
  return call("plain-heading", header.content)
end

local function normal(para) return call("normal", para.content) end

local function picture(image)
  local alt = pandoc.utils.stringify(image.caption)
  local code = "#box(image(" .. quoted(image.src)
  if alt ~= "" then code = code .. ", alt: " .. quoted(alt) end
  for _, side in ipairs({ "width", "height" }) do
    local length = image.attributes[side]
    if length then code = code .. ", " .. side .. ": " .. length end
  end
  return typst(code .. "));")
end

-- Tracked changes: what was moved is deleted at its old place and inserted at its new one.
local function change(span)
  for class, name in pairs({ insertion = "inserted", deletion = "deleted" }) do
    if span.classes:includes(class) then
      local code = pandoc.List { typst("#" .. name .. "[") }
      code:extend(span.content)
      code:insert(typst("];"))
      return code
    end
    if span.classes:includes("paragraph-" .. class) then return {} end
  end
end

local function cells_of(rows)
  local blocks = pandoc.List {}
  for _, row in ipairs(rows) do
    for _, cell in ipairs(row.cells) do
      blocks:insert(pandoc.RawBlock("typst", "["))
      blocks:extend(cell.contents)
      blocks:insert(pandoc.RawBlock("typst", "],"))
    end
  end
  return blocks
end

local function table_blocks(tbl)
  local name = TABLES[(tbl.attributes["custom-style"] or ""):gsub(" ", "")] or "data-table"
  local blocks = pandoc.List(tbl.caption.long)
  blocks:insert(pandoc.RawBlock("typst", "#" .. name .. "(" .. #tbl.colspecs .. ", ("))
  blocks:extend(cells_of(tbl.head.rows))
  blocks:insert(pandoc.RawBlock("typst", "),"))
  for _, body in ipairs(tbl.bodies) do blocks:extend(cells_of(body.body)) end
  blocks:insert(pandoc.RawBlock("typst", ")"))
  return blocks
end

-- Neighbouring words and spaces as one string literal.
local function literals(inlines)
  local made, words = pandoc.List {}, ""
  local function flush()
    if words ~= "" then made:insert(typst("#" .. quoted(words) .. ";")) end
    words = ""
  end
  for _, inline in ipairs(inlines) do
    if inline.t == "Str" then words = words .. inline.text
    elseif inline.t == "Space" or inline.t == "SoftBreak" then words = words .. " "
    else
      flush()
      made:insert(inline)
    end
  end
  flush()
  return made
end

return {
  { traverse = "topdown", Table = table_blocks, Image = picture },
  { Div = styled, Header = heading },
  { Para = normal, Span = change },
  { Inlines = literals },
}
