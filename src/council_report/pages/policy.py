"""What a browser may do with a page: apply its own style, run its own script, and nothing else."""

import base64
import hashlib


def policy(style: str, script: str = "") -> str:
    """The content security policy of a page with this style sheet and this script, if any."""
    scripts = f" script-src {_source(script)};" if script else ""
    return (
        f"default-src 'none'; style-src {_source(style)};{scripts}"
        " base-uri 'none'; form-action 'none'"
    )


def _source(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
