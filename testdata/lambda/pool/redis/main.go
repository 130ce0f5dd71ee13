// Package main has redigo's pools.
package main

import (
	"context"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/gomodule/redigo/redis"
)

func dial() (redis.Conn, error) { return redis.Dial("tcp", "example.com:6379") }

var (
	pool    = &redis.Pool{Dial: dial} // want `^lambda-pool: redis.Pool outlives the invocation and does not set IdleTimeout \(dead idle connections are used again\)$`
	limited = &redis.Pool{Dial: dial, IdleTimeout: time.Minute}
	tested  = &redis.Pool{Dial: dial}
	unused  = &redis.Pool{Dial: dial}
)

func init() {
	tested.TestOnBorrow = func(c redis.Conn, _ time.Time) error {
		_, err := c.Do("PING")
		return err
	}
}

type store struct{ pool *redis.Pool }

func newStore() *store {
	return &store{&redis.Pool{Dial: dial, MaxIdle: 3}} // want `^lambda-pool: redis.Pool outlives the invocation and does not set IdleTimeout \(`
}

func (s *store) handle(ctx context.Context) error {
	own := &redis.Pool{Dial: dial} // each invocation has its own
	defer own.Close()
	for _, p := range []*redis.Pool{pool, limited, tested, own, s.pool} {
		conn := p.Get()
		if _, err := conn.Do("PING"); err != nil {
			return err
		}
		conn.Close()
	}
	return nil
}

func main() {
	conn := unused.Get()
	defer conn.Close()
	lambda.Start(newStore().handle)
}
