// Package otelsql stands for the package of that name: its databases say what they do.
package otelsql

import "database/sql"

type Option func(*config)

type config struct{ system string }

func WithSystem(name string) Option { return func(c *config) { c.system = name } }

func Open(driver, dsn string, options ...Option) (*sql.DB, error) {
	var c config
	for _, o := range options {
		o(&c)
	}
	return sql.Open(driver, dsn)
}

func RegisterDBStatsMetrics(db *sql.DB) error {
	_ = db.Stats()
	return nil
}
