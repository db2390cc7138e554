import Platform
import PlatformFoundation
import TestSupport

/// SQLite's FTS5 on the same messages, asked for the best twenty with their texts.
struct FullTextBaseline {
    /// Times of each query, in seconds.
    let times: [[Double]]

    private static let script = """
        import json, sqlite3, sys, time
        folder, rounds = sys.argv[1], int(sys.argv[2])
        db = sqlite3.connect(folder + '/fts.db')
        db.execute('pragma journal_mode=off'); db.execute('pragma synchronous=off')
        db.execute('create table m(id integer primary key, content text)')
        db.execute("create virtual table f using fts5(content, content='m', content_rowid='id')")
        with open(folder + '/messages', encoding='utf-8') as lines:
            db.executemany('insert into m(content) values(?)', ((json.loads(l),) for l in lines))
        db.execute("insert into f(rowid, content) select id, content from m")
        db.execute("insert into f(f) values('optimize')")
        db.commit()
        sql = '''select m.id, m.content, s from (select rowid as r, bm25(f) as s from f
                 where f match ? order by rank limit 20) join m on m.id = r'''
        out = []
        for queries in json.load(open(folder + '/queries')):
            best = []
            for q in queries:
                laps = []
                for _ in range(rounds):
                    t = time.perf_counter(); db.execute(sql, (q,)).fetchall()
                    laps.append(time.perf_counter() - t)
                best.append(sorted(laps)[len(laps) // 2])
            out.append(best)
        json.dump(out, open(folder + '/times', 'w'))
        """

    /// Fills a database and asks it.
    ///
    /// - Parameters:
    ///   - folder: Where `messages` are, a JSON string a line.
    ///   - classes: What to ask.
    ///   - rounds: How often, for the median.
    /// - Returns: How long each query took.
    /// - Throws: An error where python3 has no FTS5.
    static func measure(
        in folder: TemporaryFolder, _ classes: [QueryClass], rounds: Int
    ) async throws -> FullTextBaseline {
        let queries = classes.map { $0.queries.map(\.theirs) }
        try JSONEncoder().encode(queries).write(to: URL(filePath: folder.file("queries")))
        var program = try ChildProcess(
            "python3", ["-c", script, folder.path, "\(rounds)"])
        // A million messages take minutes.
        while program.isRunning { try await Task.sleep(for: .milliseconds(50)) }
        let data = try Data(contentsOf: URL(filePath: folder.file("times")))
        return FullTextBaseline(times: try JSONDecoder().decode([[Double]].self, from: data))
    }
}
