module example.com/testdata/go127

go 1.27
