# Tells JSON from standard input as lines PATH=VALUE: members by their names, items by their places from 0, of a text its first
# line, of at most 400 characters. For answers of forges, where there is no jq.
BEGIN {
  RS = "\""
  depth = 0
}

# Between two quotes: a text, which ends here unless its quote has a backslash before it, which itself has none.
inside {
  text = length(text) < 400 ? text (goes_on ? "\"" : "") $0 : text
  slashes = 0
  while (substr($0, length($0) - slashes, 1) == "\\") slashes++
  goes_on = slashes % 2
  if (!goes_on) {
    inside = 0
    found = 1
    scalar = plain(text)
  }
  next
}

{
  structure($0)
  inside = 1
  text = ""
}

# Brackets, commas, numbers and words between texts.
function structure(signs,    i, sign) {
  for (i = 1; i <= length(signs); i++) {
    sign = substr(signs, i, 1)
    if (sign == "{" || sign == "[") {
      kind[++depth] = sign
      place[depth] = 0
    } else if (sign == ":") {
      place[depth] = scalar
      forget()
    } else if (sign == "," || sign == "}" || sign == "]") {
      if (found) print path() "=" scalar
      forget()
      if (sign == ",") { if (kind[depth] == "[") place[depth]++ } else depth--
    } else if (sign !~ /[ \t\r\n]/) {
      scalar = scalar sign
      found = 1
    }
  }
}

function forget() {
  scalar = ""
  found = 0
}

function path(    i, all) {
  for (i = 1; i <= depth; i++) all = all (i > 1 ? "." : "") place[i]
  return all
}

# The first line of a text, without escapes; what is not ASCII stays one.
function plain(raw,    i, sign, all, code) {
  raw = substr(raw, 1, 400)
  for (i = 1; i <= length(raw); i++) {
    sign = substr(raw, i, 1)
    if (sign == "\n") break
    if (sign == "\\") {
      sign = substr(raw, ++i, 1)
      if (sign == "n" || sign == "r") break
      if (sign == "t") sign = "\t"
      if (sign == "u") {
        code = hexadecimal(substr(raw, i + 1, 4))
        i += 4
        if (code == 10 || code == 13) break
        sign = code > 31 && code < 127 ? sprintf("%c", code) : "?"
      }
    }
    all = all sign
  }
  return all
}

function hexadecimal(digits,    i, sum) {
  for (i = 1; i <= length(digits); i++) sum = sum * 16 + index("123456789abcdef", tolower(substr(digits, i, 1)))
  return sum
}
