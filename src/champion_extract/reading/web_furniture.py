"""What of a web page is furniture (menus, cookie banners, share buttons, footers), and which part is the main one.

What a page says of itself is believed: elements, ARIA roles, ``hidden``. Names of classes and ids are weaker
evidence: a block goes by its name only if it is small against the page and holds no top heading, for a "social-
mobility-award" is no share button.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_NEVER = frozenset(
    "script style noscript template svg canvas iframe object embed audio video map input select textarea "
    "head title meta link base math datalist progress meter".split()
)
_FURNITURE_TAGS = frozenset({"nav", "menu", "dialog"})
_FURNITURE_ROLES = frozenset(
    {"navigation", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "contentinfo"}
)
_FURNITURE_NAMES = frozenset(
    "cookie cookies cookiebar consent gdpr breadcrumb breadcrumbs share sharing sharethis addtoany social sidebar "
    "menu navbar nav navigation topnav subnav pagination pager related recommended signup subscribe popup modal skip "
    "skiplink comments respond advert adverts advertisement ads masthead footer offcanvas megamenu backtotop "
    "screenreader".split()
)
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_SMALL = 0.3
"""The largest share of the page's words that a block may have to go by its name alone."""


def main_part(tree: HtmlElement) -> HtmlElement:
    """The element that holds the page's content; furniture is removed from ``tree``. Only what is in doubt stays."""
    body = tree.find(".//body")
    body = tree if body is None else body
    # Collected before anything is removed; iter() walks without recursion, whatever the depth.
    elements = [element for element in body.iter() if isinstance(element.tag, str)]
    words = dict.fromkeys(elements, 0)
    for element in reversed(elements):  # children before parents
        own = _count(element.text) + sum(_count(child.tail) for child in element)
        words[element] = own + sum(words.get(child, 0) for child in element)
    most = _SMALL * words.get(body, 0)
    for element in elements:
        if element is not body and _is_furniture(element, words[element] <= most):
            _remove(element)
    return _main(body, words)


def _main(body: HtmlElement, words: dict[HtmlElement, int]) -> HtmlElement:
    left = len(body.text_content().split())
    mains = [element for element in body.iter() if element.tag == "main" or element.get("role") == "main"]
    articles = list(body.iter("article"))
    for found, share in ((mains, 0.4), (articles, 0.6)):
        if len(found) == 1 and len(found[0].text_content().split()) >= share * left:
            return _with_top_heading(body, found[0])
    return body


def _with_top_heading(body: HtmlElement, main: HtmlElement) -> HtmlElement:
    """``main``, with the page's title put before it if that stands outside, as in a banner."""
    if next(main.iter("h1"), None) is None:
        heading = next((one for one in body.iter("h1") if one.text_content().strip()), None)
        if heading is not None:
            _remove(heading)
            main.insert(0, heading)
            heading.tail, main.text = main.text, None
    return main


def _is_furniture(element: HtmlElement, small: bool) -> bool:
    tag, role = element.tag, element.get("role")
    if tag in _NEVER or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if "display:none" in (element.get("style") or "").replace(" ", "").lower():
        return True
    if tag in ("html", "body", "main", "article") or role == "main" or not small:
        return False
    if next(element.iter("h1"), None) is not None:
        return False
    if tag in _FURNITURE_TAGS or role in _FURNITURE_ROLES:
        return True
    if tag in ("footer", "header", "aside"):
        # Inside an article these hold its title, its by-line, who is quoted, a pull quote.
        return not any(
            above.tag in ("article", "main", "blockquote", "figure", "section") for above in element.iterancestors()
        )
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    return any(part.lower() in _FURNITURE_NAMES for part in _NAME_PARTS.findall(names[:500]))


def _remove(element: HtmlElement) -> None:
    """Take out ``element`` but keep the text after it, which belongs to its parent."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)


def _count(text: str | None) -> int:
    return len(text.split()) if text else 0
