# Made by hand: everything that the specification and its dialects write
Creator "A colleague on a quiet day"
Version 1
graph [
  comment "Who runs the harbour; notes at https://example.org/harbour"
  label "Harbour"
  directed 1
  node [ id 1 label "Oak Shipping &quot;North&quot; Ltd" type "company" country "CY"
    graphics [ x 10.5 y 20 w 40 h 20 type "rectangle" fill "#ffcc00" ] ]
  node [
    id 2
    label "J&#252;rgen M&uuml;ller"   # a person
    kind "Person"
    graphics [ x 110 y -5 ]
  ]
  node [ id 3 label "Quay &amp;amp; Sons" started 1998 tag "a" tag "b" ]
  node [ id 12345678901234567890 label "Two
lines" since "2004-02-30" ]
  node [ id 5 label "" name "Elm" ]
  edge [ source 1 target 3 label "owns" share 75 start "2008-05" end 2011 value 1.5e1 ]
  edge [ source 1 target 3 label "owns" share 10 ]
  edge [ id 77 source 2 target 1 relation "director of" directed 1 graphics [ Line [ point [ x 1 y 2 ] point [ x 3 y 4 ] ] ] ]
  edge [ source 3 target 3 label "quarrels with" ]
  edge [ source 2 target 5 directed 0 ]
  edge [ source 5 target 9 label "supplies" ]
]
