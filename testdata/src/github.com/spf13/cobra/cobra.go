// Package cobra stands for the module of that name.
package cobra

// A Command is one of a program.
type Command struct {
	Use string
	Run func(cmd *Command, args []string)
}

// AddCommand adds commands.
func (c *Command) AddCommand(cmds ...*Command) {}

// Execute runs the command that the command line names.
func (c *Command) Execute() error { return nil }
