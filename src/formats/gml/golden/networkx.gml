graph [
  multigraph 1
  node [
    id 0
    label "n&#233;e"
    founded 1999
    meta [
      sector "shipping"
      risk 0.5
    ]
  ]
  node [
    id 1
    label "other"
  ]
  edge [
    source 0
    target 1
    key 0
    weight 2
  ]
  edge [
    source 0
    target 1
    key 1
    weight -1.0E-1
  ]
]
