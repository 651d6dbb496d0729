--- Moves every heading down one level: the title, which the template prints, is the only heading of
--- the first level.

function Header(heading)
  heading.level = heading.level + 1
  return heading
end
