--- Prepares the one document for a screen: what only a printed page needs goes, and the notes,
--- which Pandoc puts at the end, get a heading.

function Div(div)
  if div.classes:includes("column-heads") or div.classes:includes("topic-end") then
    return {}
  end
end

function Pandoc(doc)
  local heading = pandoc.utils.stringify(doc.meta.label.notes)
  doc.blocks:insert(pandoc.Header(1, heading, { id = "notes" }))
  return doc
end
