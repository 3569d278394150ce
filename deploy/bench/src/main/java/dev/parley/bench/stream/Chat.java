package dev.parley.bench.stream;

import dev.parley.bench.http.Connection;
import dev.parley.bench.http.Receiver;

/**
 * One of the streams: asks, reads the answer to its end, and asks again when the model would have had time for one more answer. What
 * came late delays the next question and no other stream's. Loop's thread only.
 */
final class Chat implements Receiver, EventReader.Events {
    private static final int OK = 200;

    private final StreamRun run;
    private final Connection connection;
    private final byte[] question;
    private Answer answer = new Answer();
    private EventReader reader = new EventReader(this);
    private long askedAt;
    private long askedMicros;
    private long receivedMicros;
    private int status;
    private boolean ended;
    private boolean over = true;

    Chat(StreamRun run, Connection connection, byte[] question) {
        this.run = run;
        this.connection = connection;
        this.question = question;
    }

    void ask() {
        answer = new Answer();
        reader = new EventReader(this);
        ended = false;
        over = false;
        run.begun();
        askedAt = System.nanoTime();
        askedMicros = run.micros();
        connection.send(question, this);
    }

    @Override
    public void head(int code) {
        status = code;
    }

    @Override
    public void body(byte[] bytes, int from, int to) {
        if (status == OK) {
            receivedMicros = run.micros();
            reader.read(bytes, from, to);
        }
    }

    @Override
    public void end() {
        if (status != OK) {
            failed("http " + status);
        } else if (!ended) {
            failed("ended early");
        }
        next();
    }

    @Override
    public void broken(String why) {
        failed(why);
        next();
    }

    @Override
    public void token(int number, long sentMicros) {
        run.tally().token(sentMicros, receivedMicros);
        if (answer.token(number)) {
            run.tally().first(askedMicros, sentMicros, receivedMicros);
        }
    }

    @Override
    public void again() {
        run.tally().error("began again");
        answer = new Answer();
    }

    @Override
    public void ended() {
        ended = true;
        run.tally().answered(answer);
    }

    @Override
    public void failed(String code) {
        if (!over) {
            over = true;
            ended = true;
            run.tally().error(code);
        }
    }

    private void next() {
        over = true;
        run.over(this, askedAt);
    }
}
