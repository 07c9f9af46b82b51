# /// script
# requires-python = ">=3.8"
# dependencies = []
# ///
"""Prints what Jinja, Markdown and HTML take for their own."""

TEXTS = [
    "{{ program('no/such') }} {{ undefined }}",
    "{% raw %} {% endraw %} {% if x %} {# gone? #}",
    "<quiz> - [x] yes </quiz> [[blank]]",
    "A --> B <!-- hidden --> </code></pre></samp>",
    "<script>alert('&amp;')</script>",
    '--8<-- "nothing.py"',
    "**bold** _soft_ `tick` __init__ ~~gone~~",
    "# no heading",
    "",
    "    indented, after a blank line",
    "!!! note",
    "- [x] no option",
    "[link](nowhere.md) [^1] ![](nothing.png)",
    "&lt;b&gt; &#10; &nbsp;",
    "MKDOCS_QUIZ_PLACEHOLDER_0 \\ $ %",
]
for text in TEXTS:
    print(text)
