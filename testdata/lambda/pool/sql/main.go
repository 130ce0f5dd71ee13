// Package main opens databases.
package main

import (
	"context"
	"database/sql"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/lambda/pool/sqlstore"
)

var db, _ = sql.Open("mysql", os.Getenv("DSN")) // want `^lambda-pool: sql.DB outlives the invocation and does not set ConnMaxLifetime \(connections that a gateway dropped are used again\)$`

var (
	limited *sql.DB
	pings   *sql.DB
	kept    *sqlstore.Users
	lazy    *sql.DB
)

func init() {
	limited, _ = sql.Open("mysql", os.Getenv("DSN"))
	limited.SetConnMaxLifetime(time.Minute)
	pings, _ = sql.Open("pgx", os.Getenv("DSN")) // this driver asks whether the server is there

	users, err := sql.Open("postgres", os.Getenv("DSN")) // want `^lambda-pool: sql.DB outlives the invocation `
	if err != nil {
		panic(err)
	}
	kept = sqlstore.NewUsers(users)
}

func get() (*sql.DB, error) {
	if lazy == nil {
		var err error
		if lazy, err = sql.Open("mysql", os.Getenv("DSN")); err != nil { // want `^lambda-pool: sql.DB outlives the invocation `
			return nil, err
		}
		lazy.SetMaxOpenConns(1)
	}
	return lazy, nil
}

func handle(ctx context.Context) error {
	l, err := get()
	if err != nil {
		return err
	}
	own, err := sql.Open("mysql", os.Getenv("DSN"))
	if err != nil {
		return err
	}
	defer own.Close()
	for _, db := range []*sql.DB{db, limited, pings, own, l, configured} {
		if err := db.PingContext(ctx); err != nil {
			return err
		}
	}
	return kept.Add(ctx, "x")
}

var configured = open()

// What another package does to it is not known.
func open() *sql.DB {
	db, err := sql.Open("mysql", os.Getenv("DSN"))
	if err != nil {
		panic(err)
	}
	sqlstore.Configure(db)
	return db
}

func main() { lambda.Start(handle) }
