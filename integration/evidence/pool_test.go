package evidence

import (
	"context"
	"database/sql"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/XSAM/otelsql"
	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	awsv1 "github.com/aws/aws-sdk-go/aws"
	credentialsv1 "github.com/aws/aws-sdk-go/aws/credentials"
	"github.com/aws/aws-sdk-go/aws/session"
	stsv1 "github.com/aws/aws-sdk-go/service/sts"
	"github.com/aws/aws-xray-sdk-go/xray"
	_ "github.com/go-sql-driver/mysql"
	"github.com/gomodule/redigo/redis"
	_ "github.com/jackc/pgx/v5/stdlib"
	"github.com/jmoiron/sqlx"
	_ "github.com/lib/pq"
	uptrace "github.com/uptrace/opentelemetry-go-extra/otelsql"
	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

// A pool makes what a program keeps between invocations of a Lambda function, and returns a call by it for an invocation before
// the freeze, and one for the invocation after it.
type pool func(t *testing.T, addr string) (before, after func(context.Context) error)

// What becomes of the first call after a freeze, in which the server closed the connections or a gateway forgot them. Nothing here
// is frozen, for it makes no difference: neither do these drivers read while they wait for no answer, nor has the timer run that
// database/sql sets for a second at the least.
func TestPoolAfterFreeze(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		serve func(net.Conn)
		pool  pool
		idle  time.Duration
		// Which of the calls fail.
		closed, forgotten bool
	}{
		{name: "redigo", serve: serveRedis, pool: redigoPool(func(*redis.Pool) {}), closed: true, forgotten: true},
		{name: "redigo, IdleTimeout", serve: serveRedis, pool: redigoPool(func(p *redis.Pool) { p.IdleTimeout = 10 * time.Millisecond })},
		{name: "redigo, MaxConnLifetime", serve: serveRedis, pool: redigoPool(func(p *redis.Pool) { p.MaxConnLifetime = 10 * time.Millisecond })},
		{name: "redigo, TestOnBorrow", serve: serveRedis, pool: redigoPool(func(p *redis.Pool) {
			p.TestOnBorrow = func(c redis.Conn, _ time.Time) error {
				_, err := c.Do("PING")
				return err
			}
		})},

		{name: "sql, mysql", serve: serveMySQL, pool: sqlPool("mysql", "user@tcp(ADDR)/db", nil), forgotten: true},
		{name: "sql, mysql, ConnMaxIdleTime", serve: serveMySQL, pool: sqlPool("mysql", "user@tcp(ADDR)/db", func(db *sql.DB) {
			db.SetConnMaxIdleTime(10 * time.Millisecond) // a timer's affair, and not looked at when a connection is taken
		}), forgotten: true},
		{name: "sql, mysql, ConnMaxLifetime", serve: serveMySQL, pool: sqlPool("mysql", "user@tcp(ADDR)/db", func(db *sql.DB) {
			db.SetConnMaxLifetime(10 * time.Millisecond)
		})},
		{name: "sql, pq", serve: servePostgres, pool: sqlPool("postgres", pqDSN, nil), forgotten: true},
		{name: "sql, pq, ConnMaxLifetime", serve: servePostgres, pool: sqlPool("postgres", pqDSN, func(db *sql.DB) {
			db.SetConnMaxLifetime(10 * time.Millisecond)
		})},
		{name: "sqlx, mysql", serve: serveMySQL, pool: sqlxPool("mysql", "user@tcp(ADDR)/db", nil), forgotten: true},
		{name: "sqlx, mysql, ConnMaxLifetime", serve: serveMySQL, pool: sqlxPool("mysql", "user@tcp(ADDR)/db", func(db *sqlx.DB) {
			db.SetConnMaxLifetime(10 * time.Millisecond)
		})},
		{name: "sqlx, pq", serve: servePostgres, pool: sqlxPool("postgres", pqDSN, nil), forgotten: true},
		{name: "otelsql, mysql", serve: serveMySQL, pool: openPool(tracedOpen, "mysql", "user@tcp(ADDR)/db", nil), forgotten: true},
		{name: "otelsql, pq", serve: servePostgres, pool: openPool(tracedOpen, "postgres", pqDSN, nil), forgotten: true},
		{name: "otelsql, pq, ConnMaxLifetime", serve: servePostgres, pool: openPool(tracedOpen, "postgres", pqDSN, limitLifetime)},
		{name: "uptrace's otelsql, mysql", serve: serveMySQL, pool: openPool(uptraceOpen, "mysql", "user@tcp(ADDR)/db", nil), forgotten: true},
		{name: "uptrace's otelsql, pq", serve: servePostgres, pool: openPool(uptraceOpen, "postgres", pqDSN, nil), forgotten: true},
		{name: "uptrace's otelsql, pq, ConnMaxLifetime", serve: servePostgres, pool: openPool(uptraceOpen, "postgres", pqDSN, limitLifetime)},
		{name: "xray, pq", serve: servePostgres, pool: openPool(xray.SQLContext, "postgres", pqDSN, nil), forgotten: true},
		{name: "xray, pq, ConnMaxLifetime", serve: servePostgres, pool: openPool(xray.SQLContext, "postgres", pqDSN, limitLifetime)},
		{name: "sql, pgx", serve: servePostgres, pool: sqlPool("pgx", pgxDSN, nil), idle: 1100 * time.Millisecond}, // it pings after a second

		// Writes to a replica set and reads are made twice. Of a server that stands alone the driver finds out by a heartbeat every
		// 10 s, but this is sooner.
		{name: "mongo, insert, standalone", serve: serveMongo(false), pool: mongoPool(insert), closed: true, forgotten: true},
		{name: "mongo, insert, standalone, MaxConnIdleTime", serve: serveMongo(false), pool: mongoPool(insert, func(o *options.ClientOptions) {
			o.SetMaxConnIdleTime(10 * time.Millisecond)
		})},
		{name: "mongo, insert, replica set", serve: serveMongo(true), pool: mongoPool(insert)},
		{name: "mongo, find", serve: serveMongo(false), pool: mongoPool(find)},

		{name: "aws-sdk-go-v2", serve: serveHTTP, pool: awsPool(1)},
		// Three attempts, and each may take another dead connection out of the pool.
		{name: "aws-sdk-go-v2, 3 connections", serve: serveHTTP, pool: awsPool(3), forgotten: true},
		// A reset connection is none of the errors after which version 1 tries again.
		{name: "aws-sdk-go", serve: serveHTTP, pool: awsV1Pool(1), forgotten: true},
		{name: "aws-sdk-go, 3 connections", serve: serveHTTP, pool: awsV1Pool(3), forgotten: true},
	} {
		for _, drop := range []struct {
			name  string
			how   func(*peer)
			fails bool
		}{
			{"not dropped", func(*peer) {}, false},
			{"closed", (*peer).close, test.closed},
			{"forgotten", (*peer).forget, test.forgotten},
		} {
			t.Run(test.name+", "+drop.name, func(t *testing.T) {
				t.Parallel()
				p := newPeer(t, test.serve)
				before, after := test.pool(t, p.Addr().String())
				rounds := 3
				if test.idle > 0 {
					rounds = 1
				}
				var failed int
				var last error
				for range rounds {
					if err := before(t.Context()); err != nil {
						t.Fatal(err)
					}
					drop.how(p)
					time.Sleep(max(test.idle, 50*time.Millisecond))
					if err := after(t.Context()); err != nil {
						failed++
						last = err
						_ = after(t.Context()) // what else is in the pool fails too, and makes room
					}
				}
				t.Logf("%d of %d calls failed; %d connections in all; error: %v", failed, rounds, p.accepted.Load(), last)
				if (failed > 0) != drop.fails {
					t.Errorf("%d of %d calls failed; some should: %v", failed, rounds, drop.fails)
				}
			})
		}
	}
}

func redigoPool(set func(*redis.Pool)) pool {
	return func(t *testing.T, addr string) (before, after func(context.Context) error) {
		p := &redis.Pool{
			MaxIdle:     3,
			DialContext: func(ctx context.Context) (redis.Conn, error) { return redis.DialContext(ctx, "tcp", addr) },
		}
		set(p)
		t.Cleanup(func() { _ = p.Close() })
		call := func(context.Context) error {
			conn := p.Get()
			defer conn.Close()
			_, err := conn.Do("INCR", "calls")
			return err
		}
		return call, call
	}
}

const (
	pqDSN  = "postgres://user@ADDR/db?sslmode=disable"
	pgxDSN = pqDSN + "&default_query_exec_mode=simple_protocol"
)

func limitLifetime(db *sql.DB) { db.SetConnMaxLifetime(10 * time.Millisecond) }

func sqlPool(driver, dsn string, set func(*sql.DB)) pool { return openPool(sql.Open, driver, dsn, set) }

func sqlxPool(driver, dsn string, set func(*sqlx.DB)) pool {
	open := func(driver, dsn string) (*sql.DB, error) {
		db, err := sqlx.Open(driver, dsn)
		if err == nil && set != nil {
			set(db)
		}
		return db.DB, err
	}
	return openPool(open, driver, dsn, nil)
}

func tracedOpen(driver, dsn string) (*sql.DB, error)  { return otelsql.Open(driver, dsn) }
func uptraceOpen(driver, dsn string) (*sql.DB, error) { return uptrace.Open(driver, dsn) }

func openPool(open func(driver, dsn string) (*sql.DB, error), driver, dsn string, set func(*sql.DB)) pool {
	return func(t *testing.T, addr string) (before, after func(context.Context) error) {
		db, err := open(driver, replaceAddr(dsn, addr))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = db.Close() })
		if set != nil {
			set(db)
		}
		call := func(ctx context.Context) error {
			_, err := db.ExecContext(ctx, "INSERT INTO calls VALUES (1)")
			return err
		}
		return call, call
	}
}

func mongoPool(use func(context.Context, *mongo.Collection) error, set ...func(*options.ClientOptions)) pool {
	return func(t *testing.T, addr string) (before, after func(context.Context) error) {
		o := options.Client().ApplyURI("mongodb://" + addr)
		for _, f := range set {
			f(o)
		}
		client, err := mongo.Connect(o)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = client.Disconnect(context.Background()) })
		call := func(ctx context.Context) error { return use(ctx, client.Database("db").Collection("calls")) }
		return call, call
	}
}

func insert(ctx context.Context, c *mongo.Collection) error {
	_, err := c.InsertOne(ctx, bson.D{{Key: "call", Value: 1}})
	return err
}

func find(ctx context.Context, c *mongo.Collection) error {
	cursor, err := c.Find(ctx, bson.D{})
	if err != nil {
		return err
	}
	return cursor.Close(ctx)
}

// awsPool is the SDK's own client, with that many connections in its pool.
func awsPool(conns int) pool {
	return func(t *testing.T, addr string) (before, after func(context.Context) error) {
		own := awshttp.NewBuildableClient()
		t.Cleanup(func() { own.GetTransport().CloseIdleConnections() })
		client := sts.New(sts.Options{
			Region: "eu-west-1", BaseEndpoint: aws.String("http://" + addr), HTTPClient: own,
			Credentials: credentials.NewStaticCredentialsProvider("id", "secret", ""),
		})
		call := func(ctx context.Context) error {
			_, err := client.GetCallerIdentity(ctx, &sts.GetCallerIdentityInput{})
			return err
		}
		return burst(conns, call), call
	}
}

// awsV1Pool is a client of the SDK before on a transport like http.DefaultTransport, which it uses by default. That itself is shared
// by tests.
func awsV1Pool(conns int) pool {
	return func(t *testing.T, addr string) (before, after func(context.Context) error) {
		own := http.DefaultTransport.(*http.Transport).Clone()
		t.Cleanup(own.CloseIdleConnections)
		s, err := session.NewSession(&awsv1.Config{
			Region: awsv1.String("eu-west-1"), Endpoint: awsv1.String("http://" + addr), HTTPClient: &http.Client{Transport: own},
			Credentials: credentialsv1.NewStaticCredentials("id", "secret", ""),
		})
		if err != nil {
			t.Fatal(err)
		}
		client := stsv1.New(s)
		call := func(ctx context.Context) error {
			_, err := client.GetCallerIdentityWithContext(ctx, &stsv1.GetCallerIdentityInput{})
			return err
		}
		return burst(conns, call), call
	}
}

// burst makes n calls at once.
func burst(n int, call func(context.Context) error) func(context.Context) error {
	return func(ctx context.Context) error {
		errs := make(chan error, n)
		for range n {
			go func() { errs <- call(ctx) }()
		}
		var first error
		for range n {
			if err := <-errs; err != nil {
				first = err
			}
		}
		return first
	}
}
