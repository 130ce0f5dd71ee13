// Package sqlstore uses databases that others open.
package sqlstore

import (
	"context"
	"database/sql"
	"time"
)

type Users struct{ db *sql.DB }

func NewUsers(db *sql.DB) *Users { return &Users{db} }

func (u *Users) Add(ctx context.Context, name string) error {
	_, err := u.db.ExecContext(ctx, "INSERT INTO users VALUES (?)", name)
	return err
}

func Configure(db *sql.DB) { db.SetConnMaxLifetime(time.Minute) }
