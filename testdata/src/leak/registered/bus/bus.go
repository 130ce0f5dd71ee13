// Package bus hands messages on.
package bus

// A Message is one.
type Message struct{ URL string }

// A Bus has handlers for messages.
type Bus struct {
	handlers map[string]func(Message)
	done     func()
}

// Subscribe keeps f for the messages of a topic.
func (b *Bus) Subscribe(topic string, f func(Message)) { b.handlers[topic] = f }

// Middle keeps f, too.
func (b *Bus) Middle(f func(Message)) { b.handlers[""] = f }

// HandleClose keeps f for the end.
func (b *Bus) HandleClose(f func()) { b.done = f }
