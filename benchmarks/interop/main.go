// Checks logs that Candour wrote with tools that nobody of Candour wrote: Tessera's fsck, and the
// note and tlog packages of golang.org/x/mod. The argument is a folder with a log a subfolder, as
// run.sh lays them; the answer is a line a log, and exit code 1 where one of them does not hold.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"github.com/transparency-dev/merkle/rfc6962"
	"github.com/transparency-dev/tessera/api"
	"github.com/transparency-dev/tessera/client"
	"github.com/transparency-dev/tessera/fsck"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
	"k8s.io/klog/v2"
)

func main() {
	klog.LogToStderr(false)
	klog.SetOutput(io.Discard)
	folders, err := os.ReadDir(os.Args[1])
	if err != nil {
		fail(err)
	}
	sort.Slice(folders, func(i, j int) bool { return number(folders[i].Name()) < number(folders[j].Name()) })
	for _, folder := range folders {
		if err := checkLog(filepath.Join(os.Args[1], folder.Name())); err != nil {
			fail(fmt.Errorf("log %s: %w", folder.Name(), err))
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func number(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		fail(err)
	}
	return n
}

func checkLog(folder string) error {
	log := filepath.Join(folder, "log")
	verifier, err := verifierOf(log)
	if err != nil {
		return err
	}
	tree, err := checkpoint(log, verifier)
	if err != nil {
		return err
	}
	if err := records(log, tree); err != nil {
		return fmt.Errorf("x/mod tlog, records: %w", err)
	}
	inclusions, consistencies, err := proofs(filepath.Join(folder, "proofs"), tree)
	if err != nil {
		return fmt.Errorf("x/mod tlog: %w", err)
	}
	if err := fsckFolder(log, verifier); err != nil {
		return fmt.Errorf("fsck of the folder: %w", err)
	}
	if err := fsckLoopback(log, verifier); err != nil {
		return fmt.Errorf("fsck over HTTP: %w", err)
	}
	found, err := mutations(folder, verifier)
	if err != nil {
		return err
	}
	fmt.Printf("%6d entries: note, root from records, %d inclusions, %d consistencies; fsck on the folder and over HTTP; %d of %d mutations found\n",
		tree.N, inclusions, consistencies, found, found)
	return nil
}

func verifierOf(log string) (note.Verifier, error) {
	vkey, err := os.ReadFile(filepath.Join(log, "key"))
	if err != nil {
		return nil, err
	}
	return note.NewVerifier(strings.TrimSpace(string(vkey)))
}

func checkpoint(log string, verifier note.Verifier) (tlog.Tree, error) {
	raw, err := os.ReadFile(filepath.Join(log, "checkpoint"))
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(raw, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("x/mod note: %w", err)
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("the checkpoint has not three lines: %q", opened.Text)
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: number(lines[1]), Hash: root}, err
}

// records hashes every entry of the bundles with x/mod and builds its tree from them.
func records(log string, tree tlog.Tree) error {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			hashes[i] = stored[index]
		}
		return hashes, nil
	})
	ctx := context.Background()
	from := &client.FileFetcher{Root: log}
	for n := int64(0); n < tree.N; {
		width := min(256, tree.N-n)
		raw, err := from.ReadEntryBundle(ctx, uint64(n/256), uint8(width%256))
		if err != nil {
			return err
		}
		bundle := &api.EntryBundle{}
		if err := bundle.UnmarshalText(raw); err != nil {
			return err
		}
		for _, entry := range bundle.Entries[:width] {
			if string(entry) != fmt.Sprintf("entry %d", n) {
				return fmt.Errorf("entry %d is %q", n, entry)
			}
			hashes, err := tlog.StoredHashes(n, entry, reader)
			if err != nil {
				return err
			}
			stored = append(stored, hashes...)
			n++
		}
	}
	root, err := tlog.TreeHash(tree.N, reader)
	if err == nil && tree.N > 0 && root != tree.Hash {
		err = fmt.Errorf("the root is %v and the checkpoint says %v", root, tree.Hash)
	}
	return err
}

// proofs checks lines of the kind, two numbers, two hashes and the proof: of an entry's place and
// the tree's size, its leaf and the root; of an earlier and the present size, and their roots.
func proofs(file string, tree tlog.Tree) (inclusions, consistencies int, err error) {
	open, err := os.Open(file)
	if err != nil {
		return 0, 0, err
	}
	defer open.Close()
	lines := bufio.NewScanner(open)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		var hashes []tlog.Hash
		for _, word := range words[3:] {
			hash, err := tlog.ParseHash(word)
			if err != nil {
				return 0, 0, err
			}
			hashes = append(hashes, hash)
		}
		first, size := number(words[1]), number(words[2])
		if size != tree.N || hashes[1] != tree.Hash {
			return 0, 0, errors.New("a proof is not for the checkpoint: " + lines.Text())
		}
		if words[0] == "inclusion" {
			inclusions++
			if want := tlog.RecordHash([]byte(fmt.Sprintf("entry %d", first))); want != hashes[0] {
				return 0, 0, fmt.Errorf("the leaf hash of entry %d differs", first)
			}
			err = tlog.CheckRecord(hashes[2:], size, hashes[1], first, hashes[0])
		} else {
			consistencies++
			err = tlog.CheckTree(hashes[2:], size, hashes[1], first, hashes[0])
		}
		if err != nil {
			return 0, 0, fmt.Errorf("%s: %w", lines.Text(), err)
		}
	}
	return inclusions, consistencies, lines.Err()
}

func fsckFolder(log string, verifier note.Verifier) error {
	return fsckOf(&client.FileFetcher{Root: log}, verifier)
}

func fsckLoopback(log string, verifier note.Verifier) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{Handler: http.FileServer(http.Dir(log))}
	go server.Serve(listener)
	defer server.Close()
	address, err := url.Parse("http://" + listener.Addr().String() + "/")
	if err != nil {
		return err
	}
	fetcher, err := client.NewHTTPFetcher(address, nil)
	if err != nil {
		return err
	}
	return fsckOf(fetcher, verifier)
}

// fsckOf runs what Tessera's command of that name runs. It panics on a bundle that is too short,
// which counts as found.
func fsckOf(from fsck.Fetcher, verifier note.Verifier) (err error) {
	defer func() {
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("fsck panicked: %v", panicked)
		}
	}()
	leaves := func(raw []byte) ([][]byte, error) {
		bundle := &api.EntryBundle{}
		if err := bundle.UnmarshalText(raw); err != nil {
			return nil, err
		}
		var hashes [][]byte
		for _, entry := range bundle.Entries {
			hash := rfc6962.DefaultHasher.HashLeaf(entry)
			hashes = append(hashes, hash)
		}
		return hashes, nil
	}
	return fsck.New(verifier.Name(), verifier, from, leaves, fsck.Opts{N: 2}).Check(context.Background())
}

// mutations changes one thing after another in a copy of the log; fsck must find each.
func mutations(folder string, verifier note.Verifier) (int, error) {
	log := filepath.Join(folder, "log")
	found := 0
	for name, change := range map[string]func([]byte) []byte{
		"tile/0/":      turnBit,
		"tile/1/":      turnBit,
		"tile/entries": turnBit,
		"checkpoint":   turnRoot,
		"signature":    turnSignature,
		"cut":          cut,
		"swap":         swap,
	} {
		copied, err := os.MkdirTemp("", "candour-interop")
		if err != nil {
			return 0, err
		}
		defer os.RemoveAll(copied)
		if err := os.CopyFS(copied, os.DirFS(log)); err != nil {
			return 0, err
		}
		prefix := map[string]string{"signature": "checkpoint", "cut": "tile/0/", "swap": "tile/entries"}[name]
		if prefix == "" {
			prefix = name
		}
		target, err := lastOf(copied, prefix)
		if err != nil {
			return 0, err
		}
		if target == "" {
			continue
		}
		raw, err := os.ReadFile(target)
		if err != nil {
			return 0, err
		}
		changed := change(bytes.Clone(raw))
		if bytes.Equal(changed, raw) {
			continue
		}
		if err := os.WriteFile(target, changed, 0o600); err != nil {
			return 0, err
		}
		if fsckFolder(copied, verifier) == nil {
			return 0, fmt.Errorf("fsck did not find a change of %s (%s)", target, name)
		}
		found++
	}
	return found, nil
}

// lastOf is the file below a prefix that the log's present size needs: the last by number and width.
func lastOf(log, prefix string) (string, error) {
	last, rank := "", int64(-1)
	err := filepath.WalkDir(log, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasPrefix(strings.TrimPrefix(path, log+"/"), prefix) {
			return err
		}
		index, width, partial := strings.Cut(strings.TrimPrefix(path, filepath.Join(log, prefix)), ".p/")
		if !partial {
			width = "0"
		}
		index = strings.NewReplacer("x", "", "/", "").Replace(index)
		place := int64(0)
		if index != "" {
			place = number(index)*1000 + number(width)
		}
		if place > rank {
			last, rank = path, place
		}
		return nil
	})
	return last, err
}

func turnBit(raw []byte) []byte {
	raw[len(raw)-1] ^= 1
	return raw
}

func cut(raw []byte) []byte { return raw[:len(raw)-32] }

// swap puts the last two entries in each other's place; a bundle of one entry stays as it is.
func swap(raw []byte) []byte {
	bundle := &api.EntryBundle{}
	if err := bundle.UnmarshalText(raw); err != nil {
		fail(err)
	}
	if n := len(bundle.Entries); n >= 2 {
		bundle.Entries[n-1], bundle.Entries[n-2] = bundle.Entries[n-2], bundle.Entries[n-1]
	}
	var swapped []byte
	for _, entry := range bundle.Entries {
		swapped = append(swapped, byte(len(entry)>>8), byte(len(entry)))
		swapped = append(swapped, entry...)
	}
	return swapped
}

func turnRoot(raw []byte) []byte {
	lines := bytes.SplitN(raw, []byte("\n"), 4)
	root, err := base64.StdEncoding.DecodeString(string(lines[2]))
	if err != nil {
		fail(err)
	}
	root[0] ^= 1
	lines[2] = []byte(base64.StdEncoding.EncodeToString(root))
	return bytes.Join(lines, []byte("\n"))
}

func turnSignature(raw []byte) []byte {
	words := bytes.Split(bytes.TrimSpace(raw), []byte(" "))
	blob, err := base64.StdEncoding.DecodeString(string(words[len(words)-1]))
	if err != nil {
		fail(err)
	}
	blob[10] ^= 1
	words[len(words)-1] = []byte(base64.StdEncoding.EncodeToString(blob))
	return append(bytes.Join(words, []byte(" ")), '\n')
}
