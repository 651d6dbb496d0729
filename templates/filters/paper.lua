--- The title of the paper, which the template prints, is its only heading of the first level.

function Header(heading)
  heading.level = heading.level + 1
  return heading
end
