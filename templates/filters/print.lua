--- Turns the one document into one for print: what only a screen needs goes.

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

--- The space before a permalink goes with it.
function Para(para)
  local last = para.content[#para.content]
  if last and last.t == "Str" and last.text == " " then
    para.content:remove()
    return para
  end
end

local word_joiner = "\u{2060}"

--- A line that ends in a hyphen loses it for whoever takes the text from the page (public-private
--- becomes publicprivate), so no line ends in one. Nor does one within "and/or"; an address may be
--- too long to be kept together.
function Str(str)
  local text = str.text
  if not text:find("[-/‐]") or text:find("://") or not text:find("[%l\128-\255]") then
    return nil
  end
  text = text:gsub("([%w\128-\255])%-([%w\128-\255])", "%1-" .. word_joiner .. "%2")
  text = text:gsub("([%a\128-\255])/([%a\128-\255])", "%1/" .. word_joiner .. "%2")
  return pandoc.Str((text:gsub("\u{2010}", "\u{2010}" .. word_joiner)))
end
