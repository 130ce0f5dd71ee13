// Package main opens databases with sqlx, whose DB embeds that of database/sql.
package main

import (
	"context"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/jmoiron/sqlx"

	"example.com/lambda/pool/sqlstore"
	"example.com/lambda/pool/sqlxstore"
)

var dsn = os.Getenv("DSN")

var db = sqlx.MustConnect("mysql", dsn) // want `^lambda-pool: sqlx.DB outlives the invocation and does not set ConnMaxLifetime \(connections that a gateway dropped are used again\)$`

var (
	opened   *sqlx.DB
	read     *sqlx.DB
	inner    *sqlstore.Users
	other    *sqlx.DB
	embedded store

	limited    *sqlx.DB
	byField    *sqlx.DB
	configured *sqlx.DB
	pings      *sqlx.DB
	limitedBy  store
)

// A store has the methods of its database.
type store struct{ *sqlx.DB }

func init() {
	var err error
	if opened, err = sqlx.Open("postgres", dsn); err != nil { // want `^lambda-pool: sqlx.DB outlives the invocation `
		panic(err)
	}
	opened.SetMaxOpenConns(1)
	opened.SetConnMaxIdleTime(time.Minute) // a timer that does not run in a frozen process

	if read, err = sqlx.ConnectContext(context.Background(), "mysql", dsn); err != nil { // want `^lambda-pool: sqlx.DB outlives the invocation `
		panic(err)
	}
	embedded = store{sqlx.MustConnect("mysql", dsn)} // want `^lambda-pool: sqlx.DB outlives the invocation `

	limited = sqlx.MustConnect("mysql", dsn)
	limited.SetConnMaxLifetime(time.Minute)
	byField = sqlx.MustConnect("mysql", dsn)
	byField.DB.SetConnMaxLifetime(time.Minute)
	limitedBy = store{sqlx.MustConnect("mysql", dsn)}
	limitedBy.SetConnMaxLifetime(time.Minute)
	configured = sqlx.MustConnect("mysql", dsn)
	sqlstore.Configure(configured.DB) // what another package does to it is not known
	pings = sqlx.MustConnect("pgx", dsn)

	other = sqlx.MustConnect("mysql", dsn) // want `^lambda-pool: sqlx.DB outlives the invocation `
	inner = sqlstore.NewUsers(other.DB)
}

func handle(ctx context.Context) error {
	own := sqlx.MustConnect("mysql", dsn)
	defer own.Close()
	var n int
	if err := sqlx.Get(read, &n, "SELECT 1"); err != nil {
		return err
	}
	for _, db := range []*sqlx.DB{db, opened, read, embedded.DB, limited, byField, configured, pings, limitedBy.DB, own, other} {
		if err := db.Get(&n, "SELECT 1"); err != nil {
			return err
		}
	}
	if err := sqlxstore.Ping(ctx); err != nil {
		return err
	}
	return inner.Add(ctx, "x")
}

func main() { lambda.Start(handle) }
