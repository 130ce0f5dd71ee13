// Package xray stands for the package of that name: its databases say what they do.
package xray

import "database/sql"

func SQLContext(driver, dsn string) (*sql.DB, error) { return sql.Open(driver+":xray", dsn) }
