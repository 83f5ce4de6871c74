"""Documents: one view per document, Jinja to Markdown, one tree to HTML.

The way of a text: records -> `HandoutInput` -> `handout.build` -> `HandoutView` -> template (Markdown, every
printed value a token) -> tree -> HTML, or the same Markdown with the tokens opened. Record text never passes
through a template's or Markdown's parser. Nothing here touches the disk: templates come through a function.
"""
