package fallback

import "net/http"

// Conditions that look at the transport as well.

func orNil() *http.Transport {
	t, ok := http.DefaultTransport.(*http.Transport)
	if !ok || t == nil {
		return &http.Transport{}
	}
	return t.Clone()
}

func andNotNil() *http.Transport {
	if t, ok := http.DefaultTransport.(*http.Transport); ok && t != nil {
		return t.Clone()
	}
	return &http.Transport{}
}

func nilFirst() *http.Transport {
	if t, ok := http.DefaultTransport.(*http.Transport); nil != t && ok {
		return t.Clone()
	} else {
		return &http.Transport{}
	}
}

// These look at something else.

func orOther(own bool) *http.Transport {
	t, ok := http.DefaultTransport.(*http.Transport)
	if !ok || own {
		return &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout `
	}
	return t.Clone()
}

func andOther(other *http.Transport) *http.Transport {
	if t, ok := http.DefaultTransport.(*http.Transport); ok && other != nil {
		return t.Clone()
	}
	return &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout `
}

func andField(c struct{ own *http.Transport }) *http.Transport {
	if _, ok := http.DefaultTransport.(*http.Transport); ok && c.own != nil {
		return c.own
	}
	return &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout `
}

func andNil() *http.Transport {
	if t, ok := http.DefaultTransport.(*http.Transport); ok || t == nil {
		return t.Clone()
	}
	return &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout `
}
