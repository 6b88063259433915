package dev.paperboy.library.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', emptyValue = "", nullValues = "null", textBlock = """
            Ashish Vaswani            | Ashish      | ''      | Vaswani        | ''
            Laurens van der Maaten    | Laurens     | van der | Maaten         | ''
            Ludwig van Beethoven      | Ludwig      | van     | Beethoven      | ''
            Guy Van den Broeck        | Guy         | ''      | Van den Broeck | ''
            Luc Van Gool              | Luc         | ''      | Van Gool       | ''
            Kiet Van Nguyen           | Kiet Van    | ''      | Nguyen         | ''
            Fernando De la Torre      | Fernando    | ''      | De la Torre    | ''
            Quoc V. Le                | Quoc V.     | ''      | Le             | ''
            Robert Tyrrell Smith Jr.  | Robert Tyrrell | ''   | Smith          | Jr.
            Smith, John               | John        | ''      | Smith          | ''
            van Durme, Ben            | Ben         | van     | Durme          | ''
            John Smith, Jr.           | John        | ''      | Smith          | Jr.
            bell hooks                | bell        | ''      | hooks          | ''
            """)
    void aPersonHasParts(String name, String given, String particle, String family, String suffix) {
        assertThat(PersonName.of(name)).isEqualTo(new PersonName(given, particle, family, suffix, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DeepSeek-AI",
                "Gemini Team",
                "The ATLAS Collaboration",
                "李明",
                "OpenAI, Google, and Meta",
                ", Jr.",
                "Smith,",
                ",",
                "Jr."
            })
    void aGroupIsOneName(String name) {
        assertThat(PersonName.of(name)).isEqualTo(new PersonName("", "", name, "", true));
    }
}
