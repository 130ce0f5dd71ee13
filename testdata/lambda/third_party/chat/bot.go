package chat

import "context"

// A Hook is told of each message.
type Hook interface {
	Received(ctx context.Context, text string) error
}

// A Bot has hooks.
type Bot struct{ Hooks map[string]Hook }

// Run tells them.
func (b *Bot) Run(ctx context.Context, text string) error {
	for _, h := range b.Hooks {
		if err := h.Received(ctx, text); err != nil {
			return err
		}
	}
	return nil
}
