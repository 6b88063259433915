package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CategoryTest {

    @Test
    void whatIsNoneOrTooLongToBeOneIsLeftOut() {
        String immense = "cs." + "A".repeat(40_000);

        assertThat(Category.among(Stream.of(" cs.CL ", "hep-th", "cs.CL", "68T50", immense)))
                .containsExactly(new Category("cs.CL"), new Category("hep-th"));
        assertThat(Category.looksLike("a" + "-a".repeat(20_000))).isFalse();
        assertThatThrownBy(() -> new Category("68T50")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCategoryLiesInItsArchive() {
        assertThat(new Category("cs.CL").within(new Category("cs"))).isTrue();
        assertThat(new Category("cs.CL").within(new Category("cs.CL"))).isTrue();
        assertThat(new Category("cs.CL").within(new Category("cs.LG"))).isFalse();
        assertThat(new Category("cs").within(new Category("cs.CL"))).isFalse();
    }
}
