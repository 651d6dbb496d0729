--- Prepares the document for a screen: removes what only a printed page needs, and gives each unit
--- links to itself in the other languages.

local languages = {}
local page = ""

--- Reads the languages, which are one string of JSON in the metadata; templates need a list.
local function read_languages(meta)
  page = pandoc.utils.stringify(meta.edition) .. ".html"
  for _, language in ipairs(pandoc.json.decode(meta.languages or "[]")) do
    table.insert(languages, language)
  end
  meta.languages = pandoc.MetaList(languages)
  return meta
end

--- The links from a unit to itself in the other languages. The style sheet shows only those of the
--- unit that the reader followed a link to, so that a change of language keeps the place.
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

--- Moves headings that are a `div` with `aria-level` down, as Pandoc moves real headings.
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

return {
  { Meta = read_languages },
  { Div = leave_out, Para = add_switch },
  { Div = move_down },
}
