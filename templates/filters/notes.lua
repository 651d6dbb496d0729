--- Puts each note of a printed page beside its number in the text; the print styles move it to the
--- foot of the page. The number in the text and the number of the note link to each other.

local count = 0

function Note(note)
  count = count + 1
  local number, call, place = tostring(count), "note-call-" .. count, "note-" .. count
  local back = pandoc.Link(number .. " ", "#" .. call, "", pandoc.Attr("", { "note-back" }))
  local content = pandoc.utils.blocks_to_inlines(note.content)
  return {
    pandoc.Link(number, "#" .. place, "", pandoc.Attr(call, { "note-call" })),
    pandoc.Span({ back, table.unpack(content) }, pandoc.Attr(place, { "footnote" })),
  }
end
