package evidence

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// The servers here know as much of their protocols as it takes to say yes to what a driver asks.

func replaceAddr(dsn, addr string) string { return strings.Replace(dsn, "ADDR", addr, 1) }

func serveRedis(conn net.Conn) {
	in := bufio.NewReader(conn)
	number := func() (int, error) {
		line, err := in.ReadString('\n')
		if err != nil {
			return 0, err
		}
		return strconv.Atoi(strings.TrimSpace(line)[1:])
	}
	for {
		args, err := number()
		if err != nil {
			return
		}
		for range args {
			size, err := number()
			if err != nil {
				return
			}
			if _, err := in.Discard(size + len("\r\n")); err != nil {
				return
			}
		}
		if _, err := io.WriteString(conn, ":1\r\n"); err != nil {
			return
		}
	}
}

func serveMySQL(conn net.Conn) {
	send := func(seq byte, payload string) error {
		head := []byte{byte(len(payload)), byte(len(payload) >> 8), 0, seq}
		_, err := conn.Write(append(head, payload...))
		return err
	}
	const ok = "\x00\x00\x00\x02\x00\x00\x00"
	hello := "\x0a8.0.0\x00" + "\x01\x00\x00\x00" + "saltsalt\x00" +
		"\x0d\xa2" + "\x2d" + "\x02\x00" + "\x08\x00" + "\x15" + strings.Repeat("\x00", 10) + "saltsaltsalt\x00" + "mysql_native_password\x00"
	if send(0, hello) != nil {
		return
	}
	for {
		var head [4]byte
		if _, err := io.ReadFull(conn, head[:]); err != nil {
			return
		}
		size := int64(head[0]) | int64(head[1])<<8 | int64(head[2])<<16
		if _, err := io.CopyN(io.Discard, conn, size); err != nil {
			return
		}
		if send(head[3]+1, ok) != nil {
			return
		}
	}
}

func servePostgres(conn net.Conn) {
	const ready = "Z\x00\x00\x00\x05I"
	message := func() (size uint32, err error) {
		err = binary.Read(conn, binary.BigEndian, &size)
		if err == nil {
			_, err = io.CopyN(io.Discard, conn, int64(size)-4)
		}
		return size, err
	}
	if _, err := message(); err != nil {
		return
	}
	answer := "R\x00\x00\x00\x08\x00\x00\x00\x00" + ready
	for {
		if _, err := io.WriteString(conn, answer); err != nil {
			return
		}
		var kind [1]byte
		if _, err := io.ReadFull(conn, kind[:]); err != nil {
			return
		}
		if _, err := message(); err != nil || kind[0] == 'X' {
			return
		}
		const tag = "INSERT 0 1\x00"
		answer = "C\x00\x00\x00" + string(rune(4+len(tag))) + tag + ready
	}
}

// serveMongo returns a server that says it is alone, or the primary of a replica set.
func serveMongo(replicated bool) func(net.Conn) {
	return func(conn net.Conn) {
		addr := conn.LocalAddr().String()
		reply := bson.D{
			{Key: "ok", Value: 1}, {Key: "n", Value: 1}, {Key: "helloOk", Value: true}, {Key: "ismaster", Value: true},
			{Key: "isWritablePrimary", Value: true}, {Key: "minWireVersion", Value: 0}, {Key: "maxWireVersion", Value: 25},
			{Key: "maxBsonObjectSize", Value: 16 << 20}, {Key: "maxMessageSizeBytes", Value: 48_000_000},
			{Key: "maxWriteBatchSize", Value: 100_000}, {Key: "logicalSessionTimeoutMinutes", Value: 30},
			{Key: "cursor", Value: bson.D{{Key: "id", Value: int64(0)}, {Key: "ns", Value: "db.calls"}, {Key: "firstBatch", Value: bson.A{}}}},
		}
		if replicated {
			reply = append(reply, bson.E{Key: "setName", Value: "set"}, bson.E{Key: "me", Value: addr},
				bson.E{Key: "hosts", Value: bson.A{addr}}, bson.E{Key: "primary", Value: addr}, bson.E{Key: "setVersion", Value: 1})
		}
		doc, err := bson.Marshal(reply)
		if err != nil {
			panic(err)
		}
		const (
			opReply, opQuery, opMsg = 1, 2004, 2013
			moreToCome              = 2
		)
		for {
			var head struct{ Size, ID, To, Op int32 }
			if err := binary.Read(conn, binary.LittleEndian, &head); err != nil {
				return
			}
			body := make([]byte, head.Size-16)
			if _, err := io.ReadFull(conn, body); err != nil {
				return
			}
			var out []byte
			switch {
			case head.Op == opQuery:
				out = append(make([]byte, 16), 1, 0, 0, 0) // no flags, no cursor, from 0, one document
				out = append(out, doc...)
				head.Op = opReply
			case body[0]&moreToCome != 0:
				continue
			default:
				out = append(make([]byte, 5), doc...) // no flags, a section of one document
				head.Op = opMsg
			}
			head.Size, head.To = int32(16+len(out)), head.ID
			if err := binary.Write(conn, binary.LittleEndian, head); err != nil {
				return
			}
			if _, err := conn.Write(out); err != nil {
				return
			}
		}
	}
}

func serveHTTP(conn net.Conn) {
	in := bufio.NewReader(conn)
	for {
		req, err := http.ReadRequest(in)
		if err != nil {
			return
		}
		if _, err := io.Copy(io.Discard, req.Body); err != nil {
			return
		}
		const body = "<GetCallerIdentityResponse><GetCallerIdentityResult></GetCallerIdentityResult></GetCallerIdentityResponse>"
		time.Sleep(20 * time.Millisecond) // so that requests at once are on connections of their own
		_, err = fmt.Fprintf(conn, "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
		if err != nil {
			return
		}
	}
}
