package dev.paperboy.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All that stands in our tables, as text. */
final class TableLines {

    private TableLines() {}

    /** Every column of every table of ours, as {@code table.column}. */
    static Set<String> columns(Store store) throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (Connection connection = store.dataSource().getConnection();
                ResultSet found = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME");
                if (!table.matches("flyway.*|sqlite.*|scheduled_tasks")) {
                    columns.add(table + "." + found.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }

    /** Every row of every table that has one of some texts in it. */
    static List<String> with(Store store, String... texts) throws SQLException {
        Set<String> tables = new TreeSet<>();
        columns(store).forEach(column -> tables.add(column.replaceAll("\\..*", "")));
        List<String> lines = new ArrayList<>();
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        lines.add(table + ": " + line(rows));
                    }
                }
            }
        }
        return lines.stream()
                .filter(line -> Stream.of(texts).anyMatch(line::contains))
                .toList();
    }

    private static String line(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            cells.add(String.valueOf(row.getString(column)));
        }
        return String.join(" | ", cells);
    }
}
