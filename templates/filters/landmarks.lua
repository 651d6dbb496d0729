--- Prepares the one document for a screen: what only a printed page needs goes.

function Div(div)
  if div.classes:includes("column-heads") or div.classes:includes("topic-end") then
    return {}
  end
end
