package main

// Retarget is for tests, whose methods do not count.
func (h *handler) Retarget(url string) { h.target = url }
