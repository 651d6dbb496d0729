--- Prepares the one document for a screen: what only a printed page needs goes, each unit gets
--- links to itself in the other languages, and the notes, which Pandoc puts at the end, a heading.

local languages = {}
local page = ""

--- The languages come as one string of JSON; templates want them as a list.
local function read_languages(meta)
  page = pandoc.utils.stringify(meta.edition) .. ".html"
  for _, language in ipairs(pandoc.json.decode(meta.languages or "[]")) do
    table.insert(languages, language)
  end
  meta.languages = pandoc.MetaList(languages)
  return meta
end

--- The links are shown for the unit that the reader came to, so that a change of language keeps
--- the place; the style sheet hides all others.
local function switch(target)
  local links = pandoc.List()
  for _, language in ipairs(languages) do
    links:insert(pandoc.Str(" "))
    local address = "../" .. language.code .. "/" .. page .. target
    links:insert(pandoc.Link(language.name, address, "", pandoc.Attr("", {}, {
      { "hreflang", language.lang }, { "lang", language.lang }, { "dir", language.dir },
    })))
  end
  return pandoc.Span(links, { class = "switch" })
end

local function add_switch(para)
  local last = para.content[#para.content]
  if #languages > 0 and last and last.t == "Link" and last.classes:includes("permalink") then
    para.content:insert(switch(last.target))
    return para
  end
end

--- Headings that are no elements of their own move down with those that are.
local function move_down(div)
  local level = div.attributes["aria-level"]
  if level then
    div.attributes["aria-level"] = tostring(tonumber(level) + 1)
    return div
  end
end

local function leave_out(div)
  if div.classes:includes("column-heads") or div.classes:includes("topic-end") then
    return {}
  end
end

local notes = pandoc.List()

--- A note becomes a link to its text, which stands at the end of the page under a heading.
local function gather(note)
  local number = #notes + 1
  -- a list, since Lua gives the names of a table in an order of its own at every run
  local attributes = { { "role", "doc-backlink" }, { "aria-label", tostring(number) } }
  local back = pandoc.Link(
    "↩\u{FE0E}", "#fnref" .. number, "", pandoc.Attr("", { "footnote-back" }, attributes)
  )
  local text = pandoc.utils.blocks_to_inlines(note.content)
  text:insert(pandoc.Space())
  text:insert(back)
  notes:insert({ pandoc.Div({ pandoc.Para(text) }, { id = "fn" .. number }) })
  return pandoc.Link(
    pandoc.Superscript(tostring(number)), "#fn" .. number, "",
    pandoc.Attr("fnref" .. number, { "footnote-ref" }, { { "role", "doc-noteref" } })
  )
end

local function add_notes(doc)
  if #notes > 0 then
    local heading = pandoc.utils.stringify(doc.meta.label.notes)
    doc.blocks:insert(pandoc.Div({
      pandoc.Header(1, heading, { id = "notes" }),
      pandoc.OrderedList(notes),
    }, pandoc.Attr("", { "footnotes" }, { { "role", "doc-endnotes" } })))
  end
  return doc
end

return {
  { Meta = read_languages },
  { Div = leave_out, Para = add_switch },
  { Div = move_down },
  { traverse = "topdown", Note = gather },
  { Pandoc = add_notes },
}
