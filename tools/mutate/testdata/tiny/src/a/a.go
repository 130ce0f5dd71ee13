package a

func f() {} // want `f is very short`

func _g() {} // want `_g is very short`

func go_() {} // want `go_ is short`

func goes() {}

var x = 1
