package fiximports

type aliased = transport

var taken = &aliased{Dial: dial} // want `transport`
