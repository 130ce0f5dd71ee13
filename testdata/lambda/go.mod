module example.com/lambda

go 1.26

require (
	example.com/chat v0.0.0
	github.com/aws/aws-lambda-go v1.55.1
	github.com/awslabs/aws-lambda-go-api-proxy v0.16.2
)

replace example.com/chat => ./third_party/chat
