// Package sqlx stands for the package of that name: its DB has a sql.DB, and its methods.
package sqlx

import (
	"context"
	"database/sql"
)

type DB struct {
	*sql.DB
	driver string
}

func Open(driver, dsn string) (*DB, error) {
	db, err := sql.Open(driver, dsn)
	if err != nil {
		return nil, err
	}
	return &DB{DB: db, driver: driver}, nil
}

func Connect(driver, dsn string) (*DB, error) {
	return ConnectContext(context.Background(), driver, dsn)
}

func ConnectContext(ctx context.Context, driver, dsn string) (*DB, error) {
	db, err := Open(driver, dsn)
	if err != nil {
		return nil, err
	}
	return db, db.PingContext(ctx)
}

func MustConnect(driver, dsn string) *DB {
	db, err := Connect(driver, dsn)
	if err != nil {
		panic(err)
	}
	return db
}

func (db *DB) Get(to any, query string) error { return Get(db, to, query) }

type Queryer interface {
	QueryRow(query string, args ...any) *sql.Row
}

func Get(q Queryer, to any, query string) error { return q.QueryRow(query).Scan(to) }
