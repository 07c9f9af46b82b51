import threading

done = False


def work():
    global done
    done = True  # step: is done


a = threading.Thread(target=work)
a.start()
a.@METHOD@
print("done" if done else "not done")
