Creator	"yFiles"
Version	"2.22"
graph
[
	hierarchic	1
	label	""
	directed	1
	node
	[
		id	0
		label	"Ash Group"
		graphics
		[
			x	120.0
			y	60.0
			w	160.0
			h	90.0
			type	"roundrectangle"
			fill	"#CAECFF84"
			outline	"#666699"
		]
		LabelGraphics
		[
			text	"Ash Group"
			fill	"#99CCFF"
			fontSize	15
			model	"null"
		]
		isGroup	1
	]
	node
	[
		id	1
		graphics
		[
			x	120.0
			y	60.0
			customconfiguration	"com.yworks.flowchart.process"
		]
		LabelGraphics
		[
			text	"Ash Bank"
			fontName	"Dialog"
		]
		gid	0
	]
	edge
	[
		source	0
		target	1
		graphics
		[
			fill	"#000000"
			targetArrow	"standard"
		]
		LabelGraphics
		[
			text	"controls"
			model	"six_pos"
		]
	]
]
