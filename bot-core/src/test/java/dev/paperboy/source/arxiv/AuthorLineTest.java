package dev.paperboy.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Author;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorLineTest {

    private static List<String> names(String line) {
        return AuthorLine.read(line).stream().map(Author::name).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "Marie-No\\\"elle C\\'el\\'erier | Marie-Noëlle Célérier",
                "V. V. Fran\\c{c}a | V. V. França",
                "Jos\\'{e} A. Mu\\~noz | José A. Muñoz",
                "S{\\o}ren K. Boldsen | Søren K. Boldsen",
                "Stanis{\\l}awa Kanas | Stanisława Kanas",
                "Christoph L\\\\\\\"udeling | Christoph Lüdeling",
                "D. Milovi\\'c | D. Milović",
                "A. \\v{S}im\\v{c}\\'{\\i}k | A. Šimčík",
                "\\AA{}sa \\O stlund | Åsa Østlund",
                "T.~F. Li | T. F. Li",
                "Gro\\ss | Groß",
            })
    void accentsAreWrittenOut(String tex, String plain) {
        assertThat(names(tex)).containsExactly(plain);
    }

    @Test
    void namesAreJoinedByCommasAndAnd() {
        assertThat(names("Bing Han, Feifei Zhao, Wenxuan Pan"))
                .containsExactly("Bing Han", "Feifei Zhao", "Wenxuan Pan");
        assertThat(names("A. One, B. Two,\n and C. Three")).containsExactly("A. One", "B. Two", "C. Three");
        assertThat(names("A. One and B. Two")).containsExactly("A. One", "B. Two");
        assertThat(names("Sandy Anderson; Andrés Band")).containsExactly("Sandy Anderson", "Andrés Band");
        assertThat(names("John Smith, Jr., A. A. Abdumalikov Jr."))
                .containsExactly("John Smith, Jr.", "A. A. Abdumalikov Jr.");
    }

    @Test
    void affiliationsAreLeftOut() {
        assertThat(names("Irina Lupu (1), Laurent George (2) and Jo\\\"el Goossens (1) ((1) U.L.B., (2) ECE)"))
                .containsExactly("Irina Lupu", "Laurent George", "Joël Goossens");
        assertThat(names("C. Neri (Lloyds Banking Group, London, UK) and L. Schneider (EMLYON, Lyon, France)"))
                .containsExactly("C. Neri", "L. Schneider");
        assertThat(names("Half Open (CERN, A. Two")).containsExactly("Half Open CERN", "A. Two");
    }

    @Test
    void nothingMakesNoName() {
        assertThat(names("")).isEmpty();
        assertThat(names(" , and , (1) \\\\ {} ")).isEmpty();
    }
}
