// Package cache keeps pools, and does not know that it is part of a Lambda function.
package cache

import (
	"context"
	"database/sql"

	"github.com/gomodule/redigo/redis"
)

var pool = redis.Pool{Dial: func() (redis.Conn, error) { return redis.Dial("tcp", "example.com:6379") }}

var db *sql.DB

func init() { db, _ = sql.Open("postgres", "postgres://example.com/db") }

func Handle(ctx context.Context) error {
	conn := pool.Get()
	defer conn.Close()
	if _, err := conn.Do("PING"); err != nil {
		return err
	}
	return db.PingContext(ctx)
}
