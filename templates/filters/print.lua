--- Prepares the document for print: removes what only a screen needs.

local function is_for_screen(element)
  return element.classes:includes("permalink")
    or element.classes:includes("jump-list")
    or element.classes:includes("state")
end

function Div(div)
  if is_for_screen(div) then
    return {}
  end
end

function Link(link)
  if is_for_screen(link) then
    return {}
  end
end

--- Removes the space that stood before a permalink.
function Para(para)
  local last = para.content[#para.content]
  if last and last.t == "Str" and last.text == " " then
    para.content:remove()
    return para
  end
end

local word_joiner = "\u{2060}"

--- Keeps lines from ending in a hyphen, because programs that extract the text of a page drop it
--- there (public-private becomes publicprivate), and from breaking within "and/or". Addresses may
--- break, because they can be longer than a line.
function Str(str)
  local text = str.text
  if not text:find("[-/‐]") or text:find("://") or not text:find("[%l\128-\255]") then
    return nil
  end
  text = text:gsub("([%w\128-\255])%-([%w\128-\255])", "%1-" .. word_joiner .. "%2")
  text = text:gsub("([%a\128-\255])/([%a\128-\255])", "%1/" .. word_joiner .. "%2")
  return pandoc.Str((text:gsub("\u{2010}", "\u{2010}" .. word_joiner)))
end
