module github.com/aws/aws-xray-sdk-go

go 1.26
