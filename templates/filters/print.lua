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
