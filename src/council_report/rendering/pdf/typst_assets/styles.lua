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

-- The marker before the first space, which stands for the tab, and the rest.
local function split_marker(inlines)
  local _, at = inlines:find_if(function(inline) return inline.t == "Space" end)
  if not at then return pandoc.List {}, inlines end
  local marker, rest = pandoc.List {}, pandoc.List {}
  for index, inline in ipairs(inlines) do
    if index < at then marker:insert(inline) elseif index > at then rest:insert(inline) end
  end
  return marker, rest
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
    return call(function_name(style), split_marker(inlines))
  elseif PARAGRAPHS:includes(style) then
    return call(function_name(style), inlines)
  end
  return call("normal", inlines)
end

local function heading(header)
  local first, second = header.content[1], header.content[2]
  if first and first.t == "Str" and first.text:match("^%d+$") and second and second.t == "Space" then
    return call("numbered-heading", split_marker(header.content))
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
  { Para = normal },
  { Inlines = literals },
}
