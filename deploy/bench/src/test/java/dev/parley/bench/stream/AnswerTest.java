package dev.parley.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void a_whole_answer_has_no_fault() {
        Answer answer = of(0, 1, 2, 3);

        assertThat(answer.gaps(4)).isZero();
        assertThat(answer.duplicates()).isZero();
    }

    @Test
    void tokens_that_were_left_out_are_gaps() {
        assertThat(of(0, 1, 4).gaps(5)).isEqualTo(2);
    }

    @Test
    void tokens_that_are_missing_at_the_beginning_or_the_end_are_gaps() {
        assertThat(of(2, 3).gaps(6)).isEqualTo(4);
        assertThat(of().gaps(6)).isEqualTo(6);
    }

    @Test
    void tokens_that_came_before_are_duplicates() {
        Answer answer = of(0, 1, 1, 0, 2);

        assertThat(answer.duplicates()).isEqualTo(2);
        assertThat(answer.gaps(3)).isZero();
    }

    @Test
    void only_one_token_is_the_first() {
        Answer answer = new Answer();

        assertThat(answer.token(0)).isTrue();
        assertThat(answer.token(0)).isFalse();
        assertThat(answer.token(1)).isFalse();
    }

    private static Answer of(int... tokens) {
        Answer answer = new Answer();
        IntStream.of(tokens).forEach(answer::token);
        return answer;
    }
}
