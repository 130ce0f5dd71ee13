package flow

// Facts holds facts by import path. A driver that analyses packages in several runs carries in it what earlier ones learned.
type Facts map[string]*Fact
