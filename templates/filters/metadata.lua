--- Runs last. Escapes every plain string of the metadata, so that it can stand in the text of a page
--- and in an attribute with double quotes. Pandoc does not escape quotation marks, so one of them
--- would end the attribute. Inline text of the metadata is used as text only: Pandoc escapes it.

local ENTITIES = {
  ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;", ["'"] = "&#39;",
}

local function encoded(text)
  local written = text:gsub("[&<>\"']", ENTITIES):gsub("[ \t\r\n\f]+", " ")
  return pandoc.MetaInlines({ pandoc.RawInline("html", written) })
end

local function encode(value)
  local kind = pandoc.utils.type(value)
  if kind == "string" then
    return encoded(value)
  elseif kind == "List" then
    return pandoc.MetaList(value:map(encode))
  elseif kind == "table" then
    local map = {}
    for name, part in pairs(value) do
      map[name] = encode(part)
    end
    return pandoc.MetaMap(map)
  end
  return value
end

function Meta(meta)
  for name, value in pairs(meta) do
    meta[name] = encode(value)
  end
  return meta
end
