// Package service holds the logic, free of transport and of AWS types.
package service

import (
	"context"

	"example.com/lambda/facts/ctortwo/internal/api"
)

// Job is what the queue delivers.
type Job struct {
	ID string `json:"id"`
}

// Service runs jobs.
type Service struct {
	jobs *api.Client
}

// New wires a Service.
func New(base string) *Service {
	jobs := api.New(base)
	return &Service{jobs: jobs}
}

// Handle runs one job.
func (s *Service) Handle(ctx context.Context, job Job) error {
	return s.jobs.Finish(ctx, job.ID)
}
