// Package sqlxstore hands out the database that its own one embeds: whoever gets it may limit it.
package sqlxstore

import (
	"context"
	"database/sql"
	"os"

	"github.com/jmoiron/sqlx"
)

var db = sqlx.MustConnect("mysql", os.Getenv("DSN"))

func DB() *sql.DB { return db.DB }

func Ping(ctx context.Context) error { return db.PingContext(ctx) }
