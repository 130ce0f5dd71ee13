// Package main opens databases by packages that wrap their drivers.
package main

import (
	"context"
	"database/sql"
	"os"
	"time"

	"github.com/XSAM/otelsql"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-xray-sdk-go/xray"
)

var traced, _ = otelsql.Open("mysql", os.Getenv("DSN"), otelsql.WithSystem("mysql")) // want `^lambda-pool: sql.DB outlives the invocation and does not set ConnMaxLifetime \(connections that a gateway dropped are used again\)$`

var byXRay, _ = xray.SQLContext("postgres", os.Getenv("DSN")) // want `^lambda-pool: sql.DB outlives the invocation and does not set ConnMaxLifetime \(connections that a gateway dropped are used again\)$`

var measured, limited, limitedByXRay, pings *sql.DB

func init() {
	var err error
	if measured, err = otelsql.Open("mysql", os.Getenv("DSN")); err != nil { // want `^lambda-pool: sql.DB outlives the invocation `
		panic(err)
	}
	if err := otelsql.RegisterDBStatsMetrics(measured); err != nil {
		panic(err)
	}
	limited, _ = otelsql.Open("mysql", os.Getenv("DSN"))
	limited.SetConnMaxLifetime(time.Minute)
	limitedByXRay, _ = xray.SQLContext("mysql", os.Getenv("DSN"))
	limitedByXRay.SetConnMaxLifetime(time.Minute)
	pings, _ = otelsql.Open("pgx", os.Getenv("DSN")) // this driver asks whether the server is there
}

func handle(ctx context.Context) error {
	for _, db := range []*sql.DB{traced, byXRay, measured, limited, limitedByXRay, pings} {
		if err := db.PingContext(ctx); err != nil {
			return err
		}
	}
	return nil
}

func main() { lambda.Start(handle) }
