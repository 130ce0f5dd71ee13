module example.com/lambda

go 1.26.0

require (
	example.com/chat v0.0.0
	example.com/replaced v0.0.0
	example.com/router v0.0.0
	github.com/XSAM/otelsql v0.0.0
	github.com/GoogleCloudPlatform/functions-framework-go v1.9.2
	github.com/aws/aws-lambda-go v1.55.1
	github.com/aws/aws-xray-sdk-go v0.0.0
	github.com/awslabs/aws-lambda-go-api-proxy v0.16.2
	github.com/fujiwara/ridge v0.13.1
	github.com/gomodule/redigo v1.9.3
	github.com/hashicorp/go-retryablehttp v0.7.8
	github.com/jmoiron/sqlx v0.0.0
	github.com/samber/do v0.0.0
	github.com/shogo82148/ridgenative v1.5.1
	go.uber.org/fx v0.0.0
	golang.org/x/net v0.62.0
)

require (
	github.com/cloudevents/sdk-go/v2 v2.15.2 // indirect
	github.com/google/uuid v1.6.0 // indirect
	github.com/hashicorp/go-cleanhttp v0.5.2 // indirect
	github.com/json-iterator/go v1.1.12 // indirect
	github.com/modern-go/concurrent v0.0.0-20180306012644-bacd9c7ef1dd // indirect
	github.com/modern-go/reflect2 v1.0.2 // indirect
	github.com/pires/go-proxyproto v0.8.0 // indirect
	go.uber.org/atomic v1.4.0 // indirect
	go.uber.org/multierr v1.1.0 // indirect
	go.uber.org/zap v1.10.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace (
	example.com/chat => ./third_party/chat
	example.com/replaced => ./replaced
	example.com/router => ./third_party/router
	github.com/XSAM/otelsql => ./third_party/otelsql
	github.com/aws/aws-xray-sdk-go => ./third_party/xray
	github.com/jmoiron/sqlx => ./third_party/sqlx
	github.com/samber/do => ./third_party/do
	go.uber.org/fx => ./third_party/fx
)
